using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Hypermax.Budgets;
using Hypermax.Settings;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Settings;

public class ScheduleOptionsTests
{
    public static TheoryData<string, string> Options
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string schedule in Schedules.Names)
            {
                foreach (OptionRow row in Schedules.OptionsOf(schedule))
                {
                    cases.Add(schedule, row.Name);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Create_EveryOption_TakesItsDefaultAndRefusesNonsense(string schedule, string option)
    {
        OptionRow row = Schedules.OptionsOf(schedule).Single(row => row.Name == option);
        if (double.TryParse(row.Default, CultureInfo.InvariantCulture, out _))
        {
            Assert.Equal(schedule, Schedules.Create(schedule, new Dictionary<string, string> { [option] = row.Default }).Name);
        }

        ArgumentException error = Assert.Throws<ArgumentException>(() => Schedules.Create(schedule, new Dictionary<string, string> { [option] = "-7x" }));
        Assert.Contains($"'{option}' must be {row.Rule}; it is '-7x'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_UnknownOption_SaysWhatWasMeant() => Assert.Contains(
        "'braket' is no option of the schedule 'abh'. Did you mean 'brackets'?",
        Assert.Throws<ArgumentException>(() => Schedules.Create("abh", new Dictionary<string, string> { ["braket"] = "1" })).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("HypertuneSchedule=abh", "brackets=2", "")]
    [InlineData("HypertuneMethod=abh", "brackets=2", "")]
    [InlineData("HypertuneSchedule=abh", "brackets=0", "'brackets of HypertuneScheduleOptions' must be a whole number, 1 or above; it is '0'")]
    [InlineData("HypertuneMethod=bohb", "bracket=2", "'bracket of HypertuneScheduleOptions' is no option of the schedule 'bohb'. Did you mean 'brackets'?")]
    public void Read_Settings_ReachTheStudyOrAreRefused(string chosen, string given, string wrong)
    {
        Violations found = new();
        string[] choice = chosen.Split('=');
        SettingSet settings = SettingReader.Read(
            SettingSource.Property,
            [new(choice[0], choice[1]), new("HypertuneFidelity", "max=9"), new("HypertuneScheduleOptions", given)],
            found);

        StudyOptions options = StudyPlan.Read(settings, new SearchSpace("s", [new NumericParameter("x", Law.Uniform, 0, 1)]), found);

        Assert.Equal(wrong.Length == 0 ? "2" : options.ScheduleOptions!.Values.Single(), options.ScheduleOptions!.Values.Single());
        Assert.Equal(wrong.Length == 0, found.Found.Count == 0);
        Assert.Contains(wrong, string.Join(' ', found.Sentences), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HypertuneStages=random 5 then tpe", "'HypertuneStages' cannot be had together with budgets, for a stage would end")]
    [InlineData("HypertuneRaceShare=0.2", "'HypertuneRaceShare' cannot be had together with budgets, for points at different budgets")]
    [InlineData("HypertuneObjectives=a:minimize b:minimize", "'HypertuneObjectives' must be one where trials have budgets, for the trials of a front")]
    [InlineData("HypertuneScheduleOptions=brackets=9", "'brackets of HypertuneScheduleOptions' must be at most 3, the number of budgets (1, 3, 9)")]
    public void Read_WhatDoesNotGoTogetherWithBudgets_IsRefusedByTheNameThatPeopleWrote(string given, string expected)
    {
        Violations found = new();
        int place = given.IndexOf('=', StringComparison.Ordinal);
        SettingSet settings = SettingReader.Read(
            SettingSource.Property,
            [new("HypertuneSchedule", "abh"), new("HypertuneFidelity", "max=9"), new(given[..place], given[(place + 1)..])],
            found);

        StudyPlan.Read(settings, new SearchSpace("s", [new NumericParameter("x", Law.Uniform, 0, 1)]), found);

        Assert.Contains(expected, Assert.Single(found.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void Guide_HasARowForEveryOption()
    {
        StringBuilder text = new();
        text.AppendLine("# Options of schedules");
        text.AppendLine();
        text.AppendLine("<!-- Written by ScheduleOptionsTests from the ledger of the schedules; change it there. -->");
        text.AppendLine();
        text.AppendLine("""
            Given as `[Objective(Schedule = "abh", ScheduleOptions = "brackets=2")]`, `"schedule": "abh", "schedule_options": {"brackets": 2}` in the
            `search` section of a `search.json`, `"schedule": "abh", "scheduleOptions": {"brackets": 2}` in the header of `hypermax serve`,
            `-p:HypertuneSchedule=abh -p:HypertuneScheduleOptions=brackets=2`, `HYPERTUNE_SCHEDULE_OPTIONS`, or
            `hypermax run --schedule abh --schedule-option brackets=2`; in code as `StudyOptions.ScheduleOptions`. They are fixed when a study begins. The
            smallest and the whole budget, their ratio, and whether trials go on from checkpoints are no options of a schedule but belong to
            [the budgets](budgets.md#set-up-the-budgets); what a schedule does stands in [schedules](../algorithms/schedules.md).

            """);
        foreach (string schedule in Schedules.Names)
        {
            OptionTables.Append(text, schedule, Schedules.OptionsOf(schedule));
        }

        Golden.VerifyFile(text.ToString(), At("docs/guide/schedule-options.md"));
    }

    private static string At(string path, [CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../..", path));
}
