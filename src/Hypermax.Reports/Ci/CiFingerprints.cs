namespace Hypermax.Ci;

/// <summary>Gives each remark of a file a fingerprint by which a server knows it again in the next build.</summary>
internal sealed class CiFingerprints
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Gets the fingerprint of the next remark.</summary>
    /// <remarks>Not of its text, which has figures, nor of its line, which edits above it move. Several of one kind differ by their order.</remarks>
    public string Next(CiStudy? study, CiRemark remark, CiPlace place)
    {
        for (int i = 0; ; i++)
        {
            string fingerprint = CiText.Fingerprint(remark.Rule, study?.Name ?? string.Empty, place.File, FormattableString.Invariant($"{i}"));
            if (_taken.Add(fingerprint))
            {
                return fingerprint;
            }
        }
    }
}
