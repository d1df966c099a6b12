using TransformingLives.Benchmarks;

return args switch
{
    ["budgets"] => BudgetsBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("What to measure: budgets");
    return 2;
}
