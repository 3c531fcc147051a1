namespace Hypermax.Explain;

/// <summary>A page of the documentation that the program carries.</summary>
/// <param name="Name">What it is asked for by: the id of a rule, the name of a method.</param>
/// <param name="Title">Its heading, without the name.</param>
/// <param name="Text">The page, in Markdown.</param>
/// <param name="Url">Where it is read in a browser.</param>
internal sealed record Page(string Name, string Title, string Text, string Url);
