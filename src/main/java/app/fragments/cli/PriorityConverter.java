package app.fragments.cli;

import app.fragments.job.Priority;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a priority by its name.
final class PriorityConverter implements ITypeConverter<Priority> {
  @Override
  public Priority convert(String written) {
    return Priority.ofWire(written)
        .orElseThrow(
            () -> new TypeConversionException("'" + written + "' is not high, normal or low"));
  }
}
