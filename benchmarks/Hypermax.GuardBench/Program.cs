using Hypermax.GuardBench;

// How often the tests of tuned values err, by simulation. The noise does not follow the seed, which is the worst case: where it does, unchanged code
// gives the same values and raises no alarm at all.
switch (args)
{
    case ["guard"]:
        await GuardErrors.PrintAsync().ConfigureAwait(false);
        break;
    case ["challenge"]:
        await ChallengeErrors.PrintAsync().ConfigureAwait(false);
        break;
    default:
        Console.Error.WriteLine("Say 'guard' for [TunedFact] or 'challenge' for [Challenge].");
        return 2;
}

return 0;
