using System.Globalization;
using Hypermax.Config.Faults;
using Hypermax.Config.Text;
using Hypermax.Settings;

namespace Hypermax.Config;

/// <summary>Collects settings with the keys that gave them; two keys that say different things of one setting are an error that names both.</summary>
internal sealed class GivenSettings(FaultList faults)
{
    private readonly Dictionary<Setting, (string Path, Node Node, object? Value)> _given = [];

    /// <summary>Gives a setting in the one form of text that settings are read from.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="text">The text; null or "none" switches off what a lower level set.</param>
    /// <param name="path">The key.</param>
    /// <param name="node">Its value.</param>
    public void Add(Setting setting, string? text, string path, Node node)
    {
        bool isNone = setting.CanBeNone && (text is null or Setting.None || (setting.IsNoneAtZero && text == "0"));
        object? value = null;
        if (!isNone && !setting.TryRead(text ?? string.Empty, out value, out string? hint))
        {
            faults.Error(
                node, path, $"'{path}' is {setting.Show(NodeJson.Shown(node))}; it must be {setting.RuleWords}. It says {setting.Meaning}. "
                    + $"{hint ?? $"Write for example {setting.Example}."}");
            return;
        }

        if (setting.Mask is not null && StoreText.HasPassword(text ?? string.Empty))
        {
            Violations violations = new();
            SettingReader.RefuseSecret(SettingSource.Key(path), setting, text!, violations);
            faults.Add(new Fault(node.Place, path, setting.Show(NodeJson.Shown(node)), string.Join(" ", violations.Sentences)));
            return;
        }

        if (_given.TryGetValue(setting, out (string Path, Node Node, object? Value) other) && setting.WriteOrNone(other.Value) != setting.WriteOrNone(value))
        {
            faults.Error(
                node,
                path,
                $"'{path}' is {setting.Show(NodeJson.Shown(node))}, and '{other.Path}' in line {Number(other.Node.Place.Line)} is "
                + $"{setting.Show(NodeJson.Shown(other.Node))}; "
                + $"both say {setting.Meaning}. Leave one of the two out.");
            return;
        }

        _given[setting] = (path, node, value);
    }

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gets what was given, each with its key.</summary>
    public SettingSet ToSet() => new(_given.Select(given =>
        new KeyValuePair<Setting, SettingValue>(given.Key, new SettingValue(given.Value.Value, SettingSource.Key(given.Value.Path)))));
}
