namespace Hypermax;

/// <summary>The journal of a study was deleted, replaced or cut off by somebody else while a search wrote to it.</summary>
/// <param name="message">What happened, and where the trials are now.</param>
/// <param name="inner">What failed when they were saved, if anything did.</param>
public sealed class JournalLostException(string message, Exception? inner = null) : IOException(message, inner);
