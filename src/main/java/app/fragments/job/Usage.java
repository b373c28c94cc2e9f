package app.fragments.job;

/// What an answer cost, in the generator's tokens.
public record Usage(long promptTokens, long outputTokens, long totalTokens) {}
