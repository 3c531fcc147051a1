namespace Hypermax.Build.Settings;

/// <summary>What happens when the search space is not the one that earlier trials of the study were drawn from.</summary>
public enum SpaceChange
{
    /// <summary>The search refuses and says what changed.</summary>
    Fail,

    /// <summary>Trials that the new space can express are carried over into a new study; the old one is set aside.</summary>
    Migrate,

    /// <summary>The old study is set aside and a new one begins.</summary>
    Fresh,
}
