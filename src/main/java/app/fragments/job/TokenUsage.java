package app.fragments.job;

/// The cost of a response, in the generator's tokens.
public record TokenUsage(long promptTokens, long outputTokens, long totalTokens) {}
