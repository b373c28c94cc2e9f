package app.fragments.bench;

/// A measured job system, on a server that speaks MongoDB's protocol.
interface JobSystem extends AutoCloseable {

  String name();

  /// Deletes all jobs and prepares the data for this many.
  void prepare(int jobs);

  /// Submits the jobs numbered from (inclusive) to (exclusive).
  void submit(int from, int to) throws Exception;

  /// Starts workers in this process that run the probe's jobs.
  void start(int workers, JobProbe probe);

  /// Stops the workers after their current jobs.
  void stop() throws Exception;

  /// The number of jobs stored as completed.
  long done();

  @Override
  void close();
}
