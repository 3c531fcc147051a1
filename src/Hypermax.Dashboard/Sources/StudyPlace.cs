using System.Security.Cryptography;
using System.Text;

namespace Hypermax.Dashboard.Sources;

/// <summary>Where a study is.</summary>
/// <param name="Key">What identifies it within its source, such as the full path of its folder.</param>
/// <param name="Title">What people call the place, such as its path below the folder that was named.</param>
internal sealed record StudyPlace(string Key, string Title)
{
    /// <summary>Gets its folder, or null where the study is not kept in one.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets a short name for addresses, from which nobody learns where the place is; the same in every process.</summary>
    public string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)).AsSpan(0, 8));
}
