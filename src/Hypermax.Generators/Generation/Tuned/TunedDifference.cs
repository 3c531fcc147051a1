using Hypermax.Generators.Generation.Tuned.Model;

namespace Hypermax.Generators.Generation.Tuned;

/// <summary>One way in which a tuned file does not fit its type.</summary>
/// <param name="Path">The parameter.</param>
/// <param name="Message">What is wrong, as part of a sentence.</param>
/// <param name="Entry">The entry of the file, or null when there is none.</param>
internal sealed record TunedDifference(string Path, string Message, TunedEntry? Entry);
