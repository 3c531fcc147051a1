using System.Security.Cryptography;
using System.Text;

namespace Hypermax.Fingerprints;

/// <summary>Adds up what decides a loss to a short text that differs whenever any of it does.</summary>
internal sealed class FingerprintHash : IDisposable
{
    private const int Digits = 16;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(string text)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(text));
        _hash.AppendData([0]);
    }

    public void Add(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    /// <summary>Adds the content of a file; one that cannot be read counts as empty.</summary>
    public void AddFile(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            Add(Convert.ToHexString(SHA256.HashData(file)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Add(string.Empty);
        }
    }

    /// <summary>Gets the fingerprint of all that was added.</summary>
    public override string ToString() => Convert.ToHexString(_hash.GetCurrentHash())[..Digits].ToLowerInvariant();

    public void Dispose() => _hash.Dispose();
}
