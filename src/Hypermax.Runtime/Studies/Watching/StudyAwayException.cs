namespace Hypermax.Studies.Watching;

/// <summary>A study cannot be reached for the time being; what is known of it stays, and whoever follows it may ask again.</summary>
/// <param name="message">What is wrong and what to do, in words for people.</param>
/// <param name="inner">What went wrong underneath, or null.</param>
internal sealed class StudyAwayException(string message, Exception? inner = null) : IOException(message, inner);
