package app.fragments.job;

/// What an answer cost, in the generator's tokens.
public record TokenUsage(long promptTokens, long outputTokens, long totalTokens) {}
