using System.Text;
using Hypermax.Build.Protocol;

namespace Hypermax.Build.Preparing;

/// <summary>What the last finished search said and wrote, kept in obj so that an up-to-date build can say it again.</summary>
internal sealed class StoredResult(IReadOnlyList<string> messages, IReadOnlyList<string> files)
{
    /// <summary>Gets the sentences that sum the search up.</summary>
    public IReadOnlyList<string> Messages { get; } = messages;

    /// <summary>Gets the files without which the search is not up to date.</summary>
    public IReadOnlyList<string> Files { get; } = files;

    public static StoredResult? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        CoordinatorLine[] lines = [.. File.ReadAllLines(path, Encoding.UTF8).Select(CoordinatorLine.Parse).OfType<CoordinatorLine>()];
        return new StoredResult(
            [.. lines.Where(line => line.Kind == LineKind.Message).Select(line => line.Text)],
            [.. lines.Where(line => line.Kind == LineKind.File).Select(line => line.Text)]);
    }

    public void Write(string path)
    {
        IEnumerable<CoordinatorLine> lines =
        [
            .. Messages.Select(message => new CoordinatorLine(LineKind.Message, message)),
            .. Files.Select(file => new CoordinatorLine(LineKind.File, file)),
        ];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, lines.Select(line => line.ToString()), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
