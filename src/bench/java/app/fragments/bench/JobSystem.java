package app.fragments.bench;

/// A job system under measurement, on a server of MongoDB's protocol.
interface JobSystem extends AutoCloseable {

  String name();

  /// Forgets all jobs, and makes what that many will need.
  void prepare(int jobs);

  /// Stores the jobs of these numbers, from (inclusive) to (exclusive).
  void submit(int from, int to) throws Exception;

  /// Starts workers, in this process, whose jobs are the probe's.
  void start(int workers, JobProbe probe);

  /// Ends the workers, when their jobs have ended.
  void stop() throws Exception;

  /// How many jobs are stored as done.
  long done();

  @Override
  void close();
}
