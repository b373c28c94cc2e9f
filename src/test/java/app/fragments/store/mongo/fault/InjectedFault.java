package app.fragments.store.mongo.fault;

import java.time.Duration;

/// What may happen to a command on its way to the server and back.
public sealed interface InjectedFault {

  /// The connection is cut, and nothing of the command reaches the server.
  record CutBefore() implements InjectedFault {}

  /// The connection is cut when half of the command's bytes have been sent on.
  record CutDuring() implements InjectedFault {}

  /// The server has carried the command out and answered; the connection is cut before the answer
  /// gets through.
  record LoseAnswer() implements InjectedFault {}

  /// The command reaches the server late.
  record Delay(Duration by) implements InjectedFault {}

  /// All connections are cut and new ones refused, from this command on.
  record Outage(Duration length) implements InjectedFault {}

  /// The server is there but is no primary, from this command on: it refuses all work with
  /// `NotWritablePrimary`. What it says of itself in a greeting is left as it is.
  record Election(Duration length) implements InjectedFault {}
}
