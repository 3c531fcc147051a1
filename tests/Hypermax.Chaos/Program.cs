using System.Globalization;
using Hypermax.Chaos;

// Runs one program and prints its value: `Hypermax.Chaos PROGRAM`.
if (args is not [string name] || !ChaosPrograms.All.TryGetValue(name, out Func<CancellationToken, double>? program))
{
    Console.Error.WriteLine($"Usage: Hypermax.Chaos PROGRAM, one of {string.Join(", ", ChaosPrograms.All.Keys)}");
    return 2;
}

Console.WriteLine(program(CancellationToken.None).ToString("R", CultureInfo.InvariantCulture));
return 0;
