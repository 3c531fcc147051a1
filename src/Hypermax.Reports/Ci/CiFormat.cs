namespace Hypermax.Ci;

/// <summary>A form in which continuous integration reads results.</summary>
public enum CiFormat
{
    /// <summary><c>hypertune.junit.xml</c>: a test case for each study.</summary>
    JUnit,

    /// <summary><c>hypertune.trx</c>: the same in the form of Visual Studio and Azure Pipelines.</summary>
    Trx,

    /// <summary><c>hypertune.sarif</c>, SARIF 2.1.0: findings, kills, failures and stale files at lines of source.</summary>
    Sarif,

    /// <summary>The step summary of GitHub Actions, and annotations as workflow commands.</summary>
    GitHub,

    /// <summary>The logging commands of Azure Pipelines: issues at lines of source, and a summary page.</summary>
    Azure,

    /// <summary><c>gl-code-quality.json</c>, GitLab's code quality report.</summary>
    GitLab,

    /// <summary><c>STUDY.badge.json</c> for each study: an endpoint of shields.</summary>
    Badge,
}
