/// The generator that uses Google's Gemini. The only package that knows `com.google.genai`.
///
/// [app.fragments.generator.gemini.Prompt] writes the fragments as data,
/// [app.fragments.generator.gemini.GeminiGenerator] sends them and collects the report, and
/// [app.fragments.generator.gemini.GeminiConnectionTest] tests a key.
@NullMarked
package app.fragments.generator.gemini;

import org.jspecify.annotations.NullMarked;
