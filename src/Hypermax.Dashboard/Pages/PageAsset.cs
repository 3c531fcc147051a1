namespace Hypermax.Dashboard.Pages;

/// <summary>A file that pages load.</summary>
/// <param name="Packed">Its content, compressed by gzip.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Tag">Changes with its content.</param>
internal sealed record PageAsset(byte[] Packed, string Type, string Tag);
