package app.fragments.ui.weave;

/// What the user is asked before text leaves this computer.
///
/// @param fragments how many would be sent
/// @param tokens roughly how many of the model's tokens that is
/// @param generator to whom
public record ConsentRequest(int fragments, long tokens, GeneratorOption generator) {}
