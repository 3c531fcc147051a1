namespace Hypermax.Settings;

/// <summary>A part of the ledger: its settings in the order of the documentation.</summary>
internal sealed class SettingList
{
    private readonly List<Setting> _entries = [];

    /// <summary>Gets the settings.</summary>
    public IReadOnlyList<Setting> Entries => _entries;

    /// <summary>Declares a setting.</summary>
    public Setting<T> Add<T>(Setting<T> setting)
        where T : notnull
    {
        _entries.Add(setting);
        return setting;
    }
}
