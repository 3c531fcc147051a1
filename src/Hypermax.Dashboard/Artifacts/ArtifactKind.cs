namespace Hypermax.Dashboard.Artifacts;

/// <summary>How a file can be shown; by the end of its name, for what is in it is not to be trusted.</summary>
/// <param name="Name">One of image, audio, table, text.</param>
/// <param name="Type">The media type that it is sent with to be shown within a page.</param>
/// <param name="MostBytes">The largest file that is shown.</param>
internal sealed record ArtifactKind(string Name, string Type, long MostBytes)
{
    public const string Image = "image";
    public const string Audio = "audio";
    public const string Table = "table";
    public const string Text = "text";

    /// <summary>The type of everything that is only downloaded.</summary>
    public const string Bytes = "application/octet-stream";

    private const long MostOfImage = 32L << 20;
    private const long MostOfAudio = 256L << 20;

    private static readonly Dictionary<string, ArtifactKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = new(Image, "image/png", MostOfImage),
        [".jpg"] = new(Image, "image/jpeg", MostOfImage),
        [".jpeg"] = new(Image, "image/jpeg", MostOfImage),
        [".gif"] = new(Image, "image/gif", MostOfImage),
        [".webp"] = new(Image, "image/webp", MostOfImage),
        [".bmp"] = new(Image, "image/bmp", MostOfImage),

        // As a picture in a page it runs no script and loads nothing; as a page of its own it is never sent.
        [".svg"] = new(Image, "image/svg+xml", MostOfImage),
        [".wav"] = new(Audio, "audio/wav", MostOfAudio),
        [".mp3"] = new(Audio, "audio/mpeg", MostOfAudio),
        [".ogg"] = new(Audio, "audio/ogg", MostOfAudio),
        [".flac"] = new(Audio, "audio/flac", MostOfAudio),
        [".m4a"] = new(Audio, "audio/mp4", MostOfAudio),
        [".csv"] = new(Table, Bytes, long.MaxValue),
        [".tsv"] = new(Table, Bytes, long.MaxValue),
        [".txt"] = new(Text, Bytes, long.MaxValue),
        [".log"] = new(Text, Bytes, long.MaxValue),
        [".md"] = new(Text, Bytes, long.MaxValue),
        [".json"] = new(Text, Bytes, long.MaxValue),
        [".jsonl"] = new(Text, Bytes, long.MaxValue),
        [".yaml"] = new(Text, Bytes, long.MaxValue),
        [".yml"] = new(Text, Bytes, long.MaxValue),
        [".toml"] = new(Text, Bytes, long.MaxValue),
    };

    /// <summary>Gets the kind of a file; null where it can only be downloaded.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="bytes">How large it is.</param>
    public static ArtifactKind? Of(string path, long bytes) =>
        Kinds.TryGetValue(Path.GetExtension(path), out ArtifactKind? kind) && bytes <= kind.MostBytes ? kind : null;
}
