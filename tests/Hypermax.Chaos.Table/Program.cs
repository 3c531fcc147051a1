using System.Globalization;
using Hypermax.Chaos.Table;

// Without arguments the whole chaos table; with names of programs, only their rows. `search [TRIALS]` searches a model that
// hangs, crashes and leaks; `kills [KILLS] [TRIALS] [SEED] [SCHEDULE]` kills such a search again and again,
// with a schedule of budgets, in `stages`, or with neither, and compares the tables.
switch (args)
{
    case ["search", .. var rest]:
        return await HazardSearch.RunAsync(Number(rest, 0, 200));
    case ["kills", .. var rest]:
        return await KillTest.RunAsync(Number(rest, 0, 50), Number(rest, 1, 200), Number(rest, 2, 1), rest.Length > 3 ? rest[3] : null);
    case ["hazard", var folder, var trials, var mark, var schedule]:
        // A method that learns: each proposal depends on all outcomes before it, so one that was lost would show in all that follow.
        // With this seed the first 25 trials meet a hang, a crash and a leak.
        await HazardStudy.RunAsync(
            "evolution",
            int.Parse(trials, CultureInfo.InvariantCulture),
            seed: 3,
            mark,
            folder,
            schedule.Length == 0 ? null : schedule,
            trial => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"told {trial.Number} {trial.Value:R}")));
        return 0;
    case ["share", var folder, var trials]:
        return await SharedSearch.RunAsync(folder, int.Parse(trials, CultureInfo.InvariantCulture));
    default:
        return await ChaosTable.PrintAsync(args);
}

static int Number(string[] arguments, int place, int byDefault) =>
    arguments.Length > place ? int.Parse(arguments[place], CultureInfo.InvariantCulture) : byDefault;
