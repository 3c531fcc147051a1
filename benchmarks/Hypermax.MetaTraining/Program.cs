using Hypermax.Convergence.Population;
using Hypermax.Convergence.Population.Families;
using Hypermax.MetaTraining;
using Hypermax.MetaTraining.Learning;
using Hypermax.MetaTraining.Recording;

try
{
    Arguments arguments = Arguments.Parse(args);
    Directory.CreateDirectory(arguments.Folder);
    (Family Family, int Number)[] problems =
        [.. FamilyList.Of(Split.Train).SelectMany(family => Enumerable.Range(0, arguments.Count).Select(number => (family, number)))];
    int done = 0;
    Parallel.ForEach(problems, new ParallelOptions { MaxDegreeOfParallelism = arguments.Jobs }, item =>
    {
        RecordFile.Complete(arguments, item.Family, item.Number);
        Console.WriteLine($"{Interlocked.Increment(ref done)} of {problems.Length}: {item.Family.Name}/{item.Number}");
    });
    Observation[] observations = [.. problems.SelectMany(item => RecordFile.Read(arguments, item.Family, item.Number))];
    Console.WriteLine(ModelFolder.Train(arguments, observations));
    return 0;
}
catch (ArgumentException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
