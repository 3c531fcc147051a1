namespace Hypermax.Hosting.Tests.Searches;

[SearchSpace]
public partial record LineParams([Uniform(0, 1)] double X);
