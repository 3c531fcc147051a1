namespace Hypermax.Html;

/// <summary>The script that draws charts.</summary>
/// <param name="Packed">Its text, compressed by gzip, in base64.</param>
/// <param name="Hash">What lets the page's policy pass it.</param>
internal sealed record ChartsScript(string Packed, string Hash);
