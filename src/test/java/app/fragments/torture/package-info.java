/// Kills real worker processes and checks that no job, result or report is lost or duplicated.
package app.fragments.torture;
