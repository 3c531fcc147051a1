namespace Hypermax;

/// <summary>What to do when a study is continued with another method of search, or with other options of the same.</summary>
public enum MethodChangeAnswer
{
    /// <summary>Refuse: most often the other one was not meant.</summary>
    Fail,

    /// <summary>Go on with the new method, which learns from all trials; the journal records from which trial on.</summary>
    Accept,
}
