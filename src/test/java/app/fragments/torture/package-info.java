/// Workers in processes of their own that are really killed, and the books that must balance in the
/// end (section 4 of the plan).
package app.fragments.torture;
