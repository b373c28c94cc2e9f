package app.fragments.report.factcheck;

import app.fragments.report.FlagKind;

/// A place in a passage's text that the fragments do not bear out.
record Finding(FlagKind kind, int start, int end) {}
