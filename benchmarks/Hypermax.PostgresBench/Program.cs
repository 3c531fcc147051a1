using System.Globalization;
using Hypermax.PostgresBench;

// Usage, where ADDRESS is a database, or a folder for 'processes':
//   ADDRESS rate WORKERS TRIALS              trials a second, workers being threads of this process
//   ADDRESS processes PROCESSES TRIALS       the same, each worker being a process of its own
//   ADDRESS history TRIALS                   an ask with so many trials in the study, and opening it
//   ADDRESS memory TRIALS PATH/TO/hypermax   what a worker takes with so many trials in the study
//   ADDRESS chaos WORKERS TRIALS KILLS       whether the count is right while workers are killed; exit code 1 where it is not
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string address = args[0];
switch (args[1])
{
    case "rate":
        Rate.Measure(address, Number(2), Number(3));
        return 0;
    case "processes":
        return Rate.MeasureProcesses(address, Number(2), Number(3)) ? 0 : 1;
    case "history":
        History.Measure(address, Number(2));
        return 0;
    case "memory":
        Memory.Measure(address, Number(2), args[3]);
        return 0;
    case "chaos":
        ChaosResult result = Chaos.Run(address, Names.Next(), new ChaosPlan(Number(2), Number(3), Number(4)));
        Console.WriteLine(result);
        return result.IsExact ? 0 : 1;
    case "work":
        Team.Work(address, args[2], Number(3), Number(4));
        return 0;
    default:
        Console.Error.WriteLine($"'{args[1]}' is none of rate, processes, history, memory and chaos.");
        return 2;
}

int Number(int index) => int.Parse(args[index], CultureInfo.InvariantCulture);
