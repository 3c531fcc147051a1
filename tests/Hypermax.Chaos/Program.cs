using System.Globalization;
using Hypermax.Chaos;

// Runs one program and prints its value, or prints one output as it is: `Hypermax.Chaos NAME`.
if (args is not [string name])
{
    return Usage();
}

if (ChaosOutputs.All.TryGetValue(name, out Func<string>? output))
{
    Console.Write(output());
    return 0;
}

if (ChaosEncodings.All.TryGetValue(name, out byte[]? bytes))
{
    using Stream raw = Console.OpenStandardOutput();
    raw.Write(bytes);
    return 0;
}

if (name.StartsWith("noise-", StringComparison.Ordinal))
{
    // Whatever comes before it, the last line is the result.
    using Stream raw = Console.OpenStandardOutput();
    raw.Write(Noise.Make(int.Parse(name["noise-".Length..], CultureInfo.InvariantCulture)));
    return 0;
}

switch (name)
{
    case "dies-at-start":
        Console.Error.WriteLine("chaos: libmodel.so.3: cannot open shared object file");
        return 1;
    case "result-then-flood":
        // Empty lines are no result, so the one before them stands when the flood is stopped.
        Console.WriteLine("0.125");
        for (string lines = new('\n', 4096); ;)
        {
            Console.Write(lines);
        }

    case "half-then-hang":
        Console.Write("0.12");
        Console.Out.Flush();
        Thread.Sleep(Timeout.Infinite);
        return 0;
    case "result-then-exit-1":
        Console.WriteLine("0.125");
        return 1;
    case "says-error":
        Console.WriteLine("""{"error":{"type":"ValueError","message":"it's wrong","file":"model.py","line":7}}""");
        return 1;
}

if (!ChaosPrograms.All.TryGetValue(name, out Func<CancellationToken, double>? program))
{
    return Usage();
}

Console.WriteLine(program(CancellationToken.None).ToString("R", CultureInfo.InvariantCulture));
return 0;

static int Usage()
{
    Console.Error.WriteLine($"Usage: Hypermax.Chaos NAME, one of {string.Join(", ", ChaosPrograms.All.Keys.Concat(ChaosOutputs.All.Keys))}");
    return 2;
}
