namespace Mine;

public interface IClientStore { }
public class Store : IClientStore { }
