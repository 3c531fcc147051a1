namespace Hypermax.Studies.Watching;

/// <summary>A study is not there any more, or another one is in its place.</summary>
/// <param name="message">What became of it, in words for people.</param>
/// <param name="inner">What went wrong underneath, or null.</param>
internal sealed class StudyGoneException(string message, Exception? inner = null) : IOException(message, inner);
