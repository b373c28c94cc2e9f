/// Step 3 of the way of the data, by an AI: the fragments go to Google's Gemini, a report comes
/// back.
///
/// [app.fragments.generator.gemini.Prompt] writes the fragments down as data,
/// [app.fragments.generator.gemini.GeminiGenerator] has them woven,
/// [app.fragments.generator.gemini.GeminiProbe] tries a key. Beneath them an `Exchange` holds one
/// HTTP call that can be left at any moment, an `Answer` is put together from its pieces, and
/// `Refusals` and `Breakdowns` say in a sentence what went wrong. The only package that knows
/// `com.google.genai`.
@NullMarked
package app.fragments.generator.gemini;

import org.jspecify.annotations.NullMarked;
