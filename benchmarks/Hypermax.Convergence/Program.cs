using Hypermax.Convergence;
using Hypermax.Convergence.Population.Curves;
using Hypermax.Convergence.Population.Families;
using Hypermax.Convergence.Problems;
using Hypermax.Convergence.Reporting;
using Hypermax.Convergence.Running;

try
{
    Arguments arguments = Arguments.Parse(args);
    IReadOnlyList<Problem> problems = arguments.Split is { } split
        ? FamilyList.Find(split, arguments.Problems, arguments.Count, arguments.HasCurves ? CurveFamilies.All : null)
        : Registry.Find(arguments.Problems);
    Results results = Runner.Run(arguments, problems);
    Console.WriteLine(Tables.Summary(results));
    Console.WriteLine(Tables.Against(results, arguments.Reference ?? arguments.Methods[0]));
    Console.WriteLine(Tables.ByGroup(results, arguments.Trials));
    if (arguments.ByProblem || arguments.Split is null)
    {
        Console.WriteLine(Tables.ByProblem(results, arguments.Trials));
    }

    return 0;
}
catch (ArgumentException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
