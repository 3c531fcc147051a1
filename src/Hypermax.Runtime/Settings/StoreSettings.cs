using Hypermax.Storage;

namespace Hypermax.Settings;

/// <summary>What follows from the settings of a store.</summary>
internal static class StoreSettings
{
    private const string Project = "{project}";
    private const string Study = "{study}";

    /// <summary>Gets the address of the store, or null for the folder of the study.</summary>
    /// <param name="settings">What was given, on all surfaces.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static string? Address(SettingSet settings, Violations violations)
    {
        if (settings.Text(StudySettings.Store) is not { } address)
        {
            violations.Require(
                settings.Text(StudySettings.StoreStudy) is null,
                settings.NameOf(StudySettings.StoreStudy),
                value: null,
                "names a study of a store, and there is no store",
                $"Say which with {settings.NameOf(StudySettings.Store)}, or leave it out.");
            return null;
        }

        string? refusal = StoreText.IsMasked(address)
            ? $"Its password is kept nowhere. Put it into ~/.pgpass or PGPASSWORD, or give the address as {StudySettings.Store.Variable}."
            : StudyStores.Refusal(address);
        if (refusal is not null)
        {
            string rule = "says " + StudySettings.Store.Meaning;
            violations.Add(new Violation(settings.SubjectOf(StudySettings.Store), rule, StoreText.Mask(address), refusal));
        }

        RefuseForAll(settings, settings.Value(StudySettings.Force) == true, StudySettings.Force, violations);
        RefuseForAll(settings, settings.Text(StudySettings.SpaceChange) is not (null or "fail"), StudySettings.SpaceChange, violations);
        return refusal is null ? address : null;
    }

    /// <summary>Gets what happens when what decides the loss has changed and nobody said: where others may search, it is refused.</summary>
    public static ObjectiveChangeAnswer ObjectiveChange(SettingSet settings) =>
        settings.Text(StudySettings.Store) is null ? ObjectiveChangeAnswer.Warn : ObjectiveChangeAnswer.Fail;

    /// <summary>Gets what a study is called in its store.</summary>
    /// <param name="settings">What was given, on all surfaces.</param>
    /// <param name="project">The project that it is one of several studies of, or null.</param>
    /// <param name="study">What it is called there, or what its folder is.</param>
    public static string StudyName(SettingSet settings, string? project, string study) =>
        (settings.Text(StudySettings.StoreStudy) ?? (project is null ? Study : $"{Project}/{Study}"))
            .Replace(Project, project ?? study, StringComparison.Ordinal)
            .Replace(Study, study, StringComparison.Ordinal);

    private static void RefuseForAll(SettingSet settings, bool isAsked, Setting setting, Violations violations)
    {
        if (isAsked)
        {
            violations.Add(new Violation(
                settings.SubjectOf(setting),
                "changes trials that others use, so it is not for a study of a store",
                Value: null,
                $"Leave it out, and begin another study with {settings.NameOf(StudySettings.StoreStudy)}; 'hypermax db remove' removes the old one."));
        }
    }
}
