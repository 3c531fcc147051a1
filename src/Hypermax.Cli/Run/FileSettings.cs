using System.Text.Json;
using Hypermax.Config.Text;
using Hypermax.Settings;

namespace Hypermax.Run;

/// <summary>The object <c>settings</c> that may stand in the file of a space, beside <c>params</c> or <c>hyperparameters</c>.</summary>
internal static class FileSettings
{
    private const string Key = "settings";

    /// <summary>Reads the settings of a file; none where it has no such object.</summary>
    /// <param name="path">The file.</param>
    /// <param name="violations">Takes what is wrong.</param>
    /// <exception cref="FormatException">The file is neither JSON nor YAML.</exception>
    public static SettingSet Read(string path, Violations violations)
    {
        if (SpaceDocument.Read(path).Find(Key) is not { } settings)
        {
            return SettingSet.Empty;
        }

        using JsonDocument document = JsonDocument.Parse(NodeJson.Write(settings.Value));
        return SettingJson.Read(document.RootElement, violations).Located(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Reads what is left of a file without its settings: a space alone, as JSON.</summary>
    /// <exception cref="FormatException">The file is neither JSON nor YAML.</exception>
    public static string ReadSpace(string path)
    {
        Node root = SpaceDocument.Read(path);
        return NodeJson.Write(root.Kind == NodeKind.Object ? root.With([.. root.Members.Where(part => part.Name != Key)]) : root);
    }
}
