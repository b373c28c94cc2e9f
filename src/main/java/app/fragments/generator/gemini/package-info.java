/// The generator that uses Google's Gemini. The only package that knows `com.google.genai`.
@NullMarked
package app.fragments.generator.gemini;

import org.jspecify.annotations.NullMarked;
