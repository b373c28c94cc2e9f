/// Runs workers in separate processes, kills the processes, and checks that no job is lost or has
/// two results.
package app.fragments.torture;
