package app.fragments.cli;

import picocli.CommandLine.ITypeConverter;

/// Reads a tag, also as lists print it: with a `#` before it.
final class TagConverter implements ITypeConverter<String> {
  @Override
  public String convert(String written) {
    String tag = written.strip();
    return tag.startsWith("#") ? tag.substring(1) : tag;
  }
}
