package app.fragments.store.mongo.fault;

import java.time.Duration;

/// A fault that hits a command on its way to the server or its reply on the way back.
public sealed interface InjectedFault {

  /// The connection is cut, and no part of the command reaches the server.
  record CutBefore() implements InjectedFault {}

  /// The connection is cut after half of the command's bytes.
  record CutDuring() implements InjectedFault {}

  /// The server executes the command, and the connection is cut before the reply arrives.
  record LoseReply() implements InjectedFault {}

  /// The command reaches the server late.
  record Delay(Duration by) implements InjectedFault {}

  /// From this command on, all connections are cut and new ones refused.
  record Outage(Duration length) implements InjectedFault {}

  /// From this command on, the server is not primary and refuses all work with
  /// `NotWritablePrimary`. Its handshake replies stay the same.
  record Election(Duration length) implements InjectedFault {}
}
