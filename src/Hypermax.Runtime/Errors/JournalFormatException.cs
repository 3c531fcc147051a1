namespace Hypermax;

/// <summary>A journal cannot be opened: its format is newer than this library, or its header is unreadable.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">What went wrong underneath, or null.</param>
public sealed class JournalFormatException(string message, Exception? inner = null) : IOException(message, inner);
