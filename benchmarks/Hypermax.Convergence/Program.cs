using Hypermax.Convergence;
using Hypermax.Convergence.Problems;
using Hypermax.Convergence.Reporting;
using Hypermax.Convergence.Running;

try
{
    Arguments arguments = Arguments.Parse(args);
    IReadOnlyList<Problem> problems = Registry.Find(arguments.Problems);
    Results results = Runner.Run(arguments.Methods, problems, arguments.Seeds, arguments.Trials, arguments.Jobs);
    Console.WriteLine(Tables.Summary(results));
    Console.WriteLine(Tables.ByProblem(results, arguments.Trials));
    return 0;
}
catch (ArgumentException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
